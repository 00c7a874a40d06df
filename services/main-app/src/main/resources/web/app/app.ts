import './styles/tokens.css';
import './components/recio-app';
